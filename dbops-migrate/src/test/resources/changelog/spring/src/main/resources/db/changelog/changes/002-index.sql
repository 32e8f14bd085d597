--liquibase formatted sql
--changeset ann:2
CREATE INDEX users_id ON users (id);
