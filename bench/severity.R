# What lme4 makes of the tables in a folder: Rscript severity.R FOLDER.
# Tables called fast-… with everything at its default, timed; the others at tight tolerances.
suppressMessages(library(lme4))
tight <- lmerControl(optimizer = "bobyqa", calc.derivs = FALSE,
                     optCtrl = list(rhobeg = 0.2, rhoend = 1e-12, maxfun = 100000))
cat("R", "BLAS", extSoftVersion()[["BLAS"]], "\n")
for (file in list.files(commandArgs(TRUE)[1], "csv$", full.names = TRUE)) {
  name <- sub(".csv", "", basename(file), fixed = TRUE)
  say <- function(what, figures) cat(name, what, format(figures, digits = 15), "\n")
  d <- read.csv(file)
  d$nomination <- factor(d$nomination)
  d$reviewer <- factor(d$reviewer)
  control <- if (startsWith(name, "fast-")) lmerControl() else tight
  time <- system.time(m <- lmer(value ~ 1 + (1 | nomination) + (1 | reviewer), d, control = control))
  v <- as.data.frame(VarCorr(m))
  say("seconds", time[["user.self"]] + time[["sys.self"]])
  say("variances", setNames(v$vcov, v$grp)[c("nomination", "reviewer", "Residual")])
  say("criterion", REMLcrit(m))
  say("reviewers", ranef(m)$reviewer[, 1])
}
