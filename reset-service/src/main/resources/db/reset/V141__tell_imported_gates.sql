-- Whether a proven address had been proven by nobody before, and whether the policy let such ones count at the request. Of
-- resets from before it is not known; the policy in force still limits their new gates.
alter table reset_gates add column imported boolean not null default false;
alter table resets add column imported_count_at_request boolean not null default true;
alter table reset_gates alter column imported drop default;
alter table resets alter column imported_count_at_request drop default;
