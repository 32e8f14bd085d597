CREATE INDEX parcel_city ON parcel (city);
