"""How far reviewers agree: intraclass correlations, Krippendorff's alpha, Kendall's W."""
