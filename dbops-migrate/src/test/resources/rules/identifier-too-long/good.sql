-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
CREATE TABLE invoices (
  id bigint PRIMARY KEY,
  the_date_on_which_the_customer_has_been_reminded_of_it_twice_ok date
);
