--liquibase formatted sql

--changeset ann:1
INSERT INTO names VALUES ('Jörg');
