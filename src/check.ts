import type { Catalogue } from './cloud/catalog.ts';
import type { FactName, Kind } from './domain/catalog.ts';
import type { Check, Settings, Verdict } from './domain/check.ts';
import type { Safeguard } from './domain/safeguards.ts';

export { agreementWith } from './domain/agreements.ts';
export { atEnd, dayAfter, dayOf, daysSince, minuteOf } from './domain/days.ts';
export { commonPorts, doorsTo, ifUnused, portsOf } from './domain/doors.ts';
export { eligibleAlone } from './domain/eligible-alone.ts';
export { firstOf } from './domain/first-of.ts';
export { classificationOf, environmentOf, phiSettings, phiTag } from './domain/phi.ts';
export { servedInPlain } from './domain/plain-http.ts';

/** Named, so that compiler errors say `Clouds` and not the whole catalogue. */
interface Clouds extends Catalogue {}

export const pass: Verdict = { status: 'pass' };

/** A pass worth a word: what holds, or what would be wrong without something else. */
export const passBecause = (because: string): Verdict => ({ status: 'pass', because });

/** Says what was seen, in field words: "blockPublicPolicy is off". */
export const fail = (because: string): Verdict => ({ status: 'fail', because });

/** The question does not arise for this resource. */
export const notApplicable = (because: string): Verdict => ({ status: 'notApplicable', because });

/** The front door for `checks/`: one declared question over facts of one kind. */
export function defineCheck<
  const K extends Kind<Clouds>,
  const F extends FactName<Clouds, K>,
  const S extends Settings = Settings,
>(check: Check<Clouds, K, F, Safeguard, S>): Check<Clouds, K, F, Safeguard, S> {
  return check;
}
