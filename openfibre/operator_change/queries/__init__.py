"""What is asked of a change of operator: `gates` (what a step lacks), `freeze`, `views` (pages)."""
