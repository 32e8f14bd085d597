-- statements: 2
-- since: 16
	select	1; select2;