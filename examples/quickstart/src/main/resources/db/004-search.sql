--liquibase formatted sql

--changeset dan:7
CREATE INDEX CONCURRENTLY orders_by_note ON orders (note);

--changeset dan:8
ALTER TABLE orders
    ADD COLUMN currency text NOT NULL DEFAULT 'EUR',
    ADD CONSTRAINT orders_amount_positive CHECK (amount > 0);
