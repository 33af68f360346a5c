"""Agreements written for the tests: clean ones, and ones with exactly one planted defect."""
