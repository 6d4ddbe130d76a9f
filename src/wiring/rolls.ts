import { checks } from '#checks';
import { remedies } from '#remedies';
import type { AnyCheck } from '../domain/check.ts';
import type { AnyRemedy, Guidance } from '../domain/remedy.ts';

/** The rolls, as the engine sees them. */
export const allChecks: readonly AnyCheck[] = checks as readonly AnyCheck[];

const allRemedies = remedies as readonly (AnyRemedy | Guidance)[];
const isGuidance = (r: AnyRemedy | Guidance): r is Guidance => 'steps' in r;
export const writingRemedies: readonly AnyRemedy[] = allRemedies.filter((r) => !isGuidance(r)) as never;
export const guidances: readonly Guidance[] = allRemedies.filter(isGuidance);
