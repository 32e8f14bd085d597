-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
CREATE TABLE invoices (
  id bigint PRIMARY KEY,
-- finding: identifier-too-long
  the_date_on_which_the_customer_has_been_reminded_of_it_for_the_second_time date
);
