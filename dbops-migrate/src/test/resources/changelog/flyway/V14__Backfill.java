class V14__Backfill {}
