-- statements: 9
-- since: 12
begin isolation level serializable;
savepoint a;
rollback to savepoint a;
release a;
commit and chain;
rollback;
start transaction read only;
prepare transaction 'a;b';
end;
