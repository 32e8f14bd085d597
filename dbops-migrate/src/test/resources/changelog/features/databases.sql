--liquibase formatted sql
--changeset jo:some dbms:postgresql,h2
SELECT 1;
--changeset jo:all
SELECT 2;
