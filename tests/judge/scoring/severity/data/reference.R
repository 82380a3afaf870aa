# What lme4 makes of the tables beside this file, at tight tolerances; reference.txt is what this prints.
# Debian: r-cran-lme4. Run in this folder: Rscript reference.R > reference.txt
suppressMessages(library(lme4))
tight <- lmerControl(optimizer = "bobyqa", calc.derivs = FALSE,
                     optCtrl = list(rhobeg = 0.2, rhoend = 1e-12, maxfun = 100000))
say <- function(...) cat(..., "\n")
for (name in c("gaps", "nested", "criteria", "flat")) {
  d <- read.csv(paste0(name, ".csv"))
  d$nom <- factor(d$nom); d$rev <- factor(d$rev)
  if (name == "criteria") {
    d$crit <- factor(d$crit)
    m <- lmer(y ~ 0 + crit + (1 | nom) + (1 | rev), d, control = tight)
  } else m <- lmer(y ~ 1 + (1 | nom) + (1 | rev), d, control = tight)
  v <- as.data.frame(VarCorr(m)); vc <- setNames(v$vcov, v$grp)
  say(name, "criterion", format(REMLcrit(m), digits = 15))
  say(name, "variances", format(vc[c("nom", "rev", "Residual")], digits = 12))
  say(name, "fixed", format(fixef(m), digits = 12))
  say(name, "reviewers", format(ranef(m)$rev[, 1], digits = 12))
}
