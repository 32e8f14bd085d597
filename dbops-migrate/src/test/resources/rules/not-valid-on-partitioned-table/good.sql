-- transaction: none
-- versions: 11-17
-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL, customer_id bigint) PARTITION BY RANGE (day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX idx_events_customer ON events (customer_id);

-- when
ALTER TABLE events_2025
  ADD CONSTRAINT fk_events_customer FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
ALTER TABLE events_2025 VALIDATE CONSTRAINT fk_events_customer;
ALTER TABLE events_2026
  ADD CONSTRAINT fk_events_customer FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
ALTER TABLE events_2026 VALIDATE CONSTRAINT fk_events_customer;
ALTER TABLE events
  ADD CONSTRAINT fk_events_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
