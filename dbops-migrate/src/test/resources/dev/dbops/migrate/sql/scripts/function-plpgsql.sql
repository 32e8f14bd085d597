-- statements: 3
-- since: 11
create or replace function touch() returns trigger language plpgsql as $$
begin
  -- a comment; with "quotes' that do not match
  new.updated_at := now();
  if new.id is null then
    raise exception 'no id; % given', new.id;
  end if;
  return new;
end;
$$;
create trigger touch before update on orders for each row execute function touch();
create function old_style(int) returns int language sql as 'select $1; select $1 + 1;';
