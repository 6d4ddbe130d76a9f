/** Bounds the work of one judgement. What is left undone is answered "unknown", never "not public". */
export interface Budget {
  spent: number;
  readonly limit: number;
}

export const budgetOf = (limit = 150_000): Budget => ({ spent: 0, limit });
export const exhausted = (budget: Budget): boolean => budget.spent > budget.limit;
export function spend(budget: Budget, steps = 1): boolean {
  budget.spent += steps;
  return !exhausted(budget);
}
/** Some possibilities were too many to look at: the answer may no longer be a confident "no". */
export function giveUp(budget: Budget): void {
  budget.spent = Math.max(budget.spent, budget.limit + 1);
}
