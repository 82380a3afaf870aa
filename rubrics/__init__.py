"""What is judged: programmes, awards, rubrics, criteria, levels and gates, as versioned data."""
