#!/bin/bash
# Runs once in a new PostgreSQL: a role and a database of its own for each service, which no other role may enter.
set -euo pipefail
for name in registration reset notification; do
  password=$(cat "/run/secrets/${name}_database_password")
  psql -v ON_ERROR_STOP=1 -v name="$name" -v password="$password" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
