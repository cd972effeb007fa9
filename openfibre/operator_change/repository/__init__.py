"""All SQL of a change of operator: `projects` (who and what), `exchange` (files), `bulk` (sets of rows)."""
