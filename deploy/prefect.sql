-- Prefect keeps its own tables in a database beside the store; run once, when the server's volume is new.
CREATE DATABASE prefect;
