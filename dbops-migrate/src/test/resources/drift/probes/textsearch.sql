-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TEXT SEARCH PARSER words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH TEMPLATE plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, LANGUAGE = english, STOPWORDS = english);
CREATE TEXT SEARCH DICTIONARY "Ünï çode "" quote" (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION search (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR asciiword, word WITH "Ünï çode "" quote", stems;
CREATE TEXT SEARCH CONFIGURATION "select" (PARSER = words);

-- probe a parser more
-- differs unexpected text search parser public.other
CREATE TEXT SEARCH PARSER other (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

-- probe a parser less
-- differs missing text search configuration public.select
-- differs missing text search parser public.words
DROP TEXT SEARCH PARSER words CASCADE;

-- probe a parser without a headline
-- differs changed text search parser public.words: headline
DROP TEXT SEARCH PARSER words CASCADE;
CREATE TEXT SEARCH PARSER words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH CONFIGURATION "select" (PARSER = words);

-- probe the comment of a parser
-- differs unexpected comment text search parser.public.words
COMMENT ON TEXT SEARCH PARSER words IS 'x';

-- probe a template more
-- differs unexpected text search template public.other
CREATE TEXT SEARCH TEMPLATE other (LEXIZE = dsimple_lexize);

-- probe a template less
-- differs missing text search template public.plain
DROP TEXT SEARCH TEMPLATE plain;

-- probe the functions of a template
-- differs changed text search template public.plain: init, lexize
DROP TEXT SEARCH TEMPLATE plain;
CREATE TEXT SEARCH TEMPLATE plain (INIT = dsynonym_init, LEXIZE = dsynonym_lexize);

-- probe the comment of a template
-- differs unexpected comment text search template.public.plain
COMMENT ON TEXT SEARCH TEMPLATE plain IS 'x';

-- probe a dictionary more
-- differs unexpected text search dictionary public.french
CREATE TEXT SEARCH DICTIONARY french (TEMPLATE = snowball, LANGUAGE = french);

-- probe a dictionary less
-- differs missing text search configuration public.search
-- differs missing text search dictionary public.stems
DROP TEXT SEARCH CONFIGURATION search;
DROP TEXT SEARCH DICTIONARY stems;

-- probe an option of a dictionary
-- differs changed text search dictionary public.stems: options
ALTER TEXT SEARCH DICTIONARY stems (STOPWORDS = danish);

-- probe a dictionary without an option
-- differs changed text search dictionary public.stems: options
ALTER TEXT SEARCH DICTIONARY stems (STOPWORDS);

-- probe a dictionary with an option
-- differs changed text search dictionary public.Ünï çode " quote: options
ALTER TEXT SEARCH DICTIONARY "Ünï çode "" quote" (ACCEPT = false);

-- probe the template of a dictionary
-- differs changed text search dictionary public.Ünï çode " quote: template
ALTER TEXT SEARCH CONFIGURATION search ALTER MAPPING REPLACE "Ünï çode "" quote" WITH stems;
DROP TEXT SEARCH DICTIONARY "Ünï çode "" quote";
CREATE TEXT SEARCH DICTIONARY "Ünï çode "" quote" (TEMPLATE = plain);
DROP TEXT SEARCH CONFIGURATION search;
CREATE TEXT SEARCH CONFIGURATION search (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR asciiword, word WITH "Ünï çode "" quote", stems;

-- probe the owner of a dictionary
-- differs changed owner text search dictionary.public.stems: role
ALTER TEXT SEARCH DICTIONARY stems OWNER TO dbops_probe_a;

-- probe the comment of a dictionary
-- differs unexpected comment text search dictionary.public.stems
COMMENT ON TEXT SEARCH DICTIONARY stems IS 'x';

-- probe a configuration more
-- differs unexpected text search configuration public.other
CREATE TEXT SEARCH CONFIGURATION other (COPY = pg_catalog.english);

-- probe a configuration less
-- differs missing text search configuration public.search
DROP TEXT SEARCH CONFIGURATION search;

-- probe a mapping more
-- differs changed text search configuration public.search: mapping email
ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR email WITH simple;

-- probe a mapping less
-- differs changed text search configuration public.search: mapping word
ALTER TEXT SEARCH CONFIGURATION search DROP MAPPING FOR word;

-- probe dictionaries in another order
-- differs changed text search configuration public.search: mapping word
ALTER TEXT SEARCH CONFIGURATION search ALTER MAPPING FOR word WITH stems, "Ünï çode "" quote";

-- probe the parser of a configuration
-- differs changed text search configuration public.select: parser
DROP TEXT SEARCH CONFIGURATION "select";
CREATE TEXT SEARCH CONFIGURATION "select" (PARSER = default);

-- probe the owner of a configuration
-- differs changed owner text search configuration.public.search: role
ALTER TEXT SEARCH CONFIGURATION search OWNER TO dbops_probe_a;

-- probe the comment of a configuration
-- differs unexpected comment text search configuration.public.search
COMMENT ON TEXT SEARCH CONFIGURATION search IS 'x';
