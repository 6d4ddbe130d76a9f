/** Bounds the work of one judgement. What is left undone is answered "unknown", never "not public". */
export interface Budget {
  spent: number;
  readonly limit: number;
  /** Some possibilities were too many to look at: a "no" is no longer certain. */
  incomplete: boolean;
}

export const budgetOf = (limit = 60_000): Budget => ({ spent: 0, limit, incomplete: false });
export const exhausted = (budget: Budget): boolean => budget.spent > budget.limit;
export const conclusive = (budget: Budget): boolean => !budget.incomplete && !exhausted(budget);
export function spend(budget: Budget, steps = 1): boolean {
  budget.spent += steps;
  return !exhausted(budget);
}
export function leaveOut(budget: Budget): void {
  budget.incomplete = true;
}
