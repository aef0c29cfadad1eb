/**
 * Rules evaluated on a run: from conditions to the verdict of each claim and its explanation.
 *
 * <p>{@link dev.assay.analysis.claim.ClaimEvaluator} goes through the claims. {@code EstimandResolver} finds the estimates that a condition is
 * about, {@code ConditionThreshold} decides how one estimate lies to the threshold and why, {@code ConditionResult} joins the parts of a
 * condition, {@code HolmFamily} adjusts for all decisions of the run, and {@code VerdictDecision} decides the claim. {@code VerdictExplanation}
 * and {@code MeasureExplanation} only put into words what was decided; {@code Shortage} says what an inconclusive run was short of.
 */
@NullMarked
package dev.assay.analysis.claim;

import org.jspecify.annotations.NullMarked;
