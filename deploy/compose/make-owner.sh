#!/bin/sh
# Runs once, in the empty PostgreSQL of compose.yaml: an owner that is no superuser, a login for the application that has
# no right of its own, and the database.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --set=owner="$OWNER_PASSWORD" --set=app="$APP_PASSWORD" <<'SQL'
CREATE ROLE candour_owner LOGIN CREATEROLE PASSWORD :'owner';
CREATE ROLE candour_web LOGIN NOINHERIT PASSWORD :'app';
CREATE DATABASE candour OWNER candour_owner;
SQL
