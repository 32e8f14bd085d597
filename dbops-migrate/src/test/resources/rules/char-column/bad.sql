-- when
CREATE TABLE countries (
-- finding: char-column
  code char(2) PRIMARY KEY,
  name varchar(80) NOT NULL
);
