--liquibase formatted sql

--changeset ann:good
SELECT 1;

--changeset bad
SELECT 2;
