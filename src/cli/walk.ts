import { confirmationOf } from '../domain/plan.ts';
import type { Engine } from '../engine/context.ts';

/** The next line of the guided story, typed by whoever sits there now; null when the story is told. */
export type Walk = () => Promise<string | null>;

const check = 'aws/s3/bucket-public-read';

/**
 * From a scan to a fix that a second person approves, its verification, its undo, and the proof of it all. What is typed
 * depends on what is there: ids and tiers are read from the ledger, as a person would read them from the screen.
 */
export function createWalk(engine: Engine): Walk {
  const { store } = engine;
  const worst = async () => {
    const { findings } = await store.findings.find({ checks: [check], status: 'any' });
    const named = findings.find((f) => f.resource.endsWith('lab-results'));
    const finding = named ?? findings[0];
    if (!finding) throw new Error(`the walk found no finding of ${check}`);
    return finding.handle;
  };
  const newest = async () => {
    const { remediations } = await store.remediations.find({ limit: 1 });
    const [r] = remediations;
    if (!r) throw new Error('the walk found no remediation');
    return r;
  };
  const approving = async () => {
    const r = await newest();
    const typed = r.plan.tier.confirm ? ` confirm:"${confirmationOf(r.plan)}"` : '';
    return `approve ${r.id}${typed}`;
  };
  const steps: readonly (() => string | Promise<string>)[] = [
    () => 'scan',
    () => `findings check:${check}`,
    async () => `fix ${await worst()}`,
    async () => `fix ${await worst()} because patients' results must not be open to everybody`,
    approving,
    () => 'as bob',
    () => 'approvals',
    approving,
    () => 'as ann',
    async () => `undo ${(await newest()).id} because the laboratory asks for one more day`,
    () => 'as bob',
    approving,
    async () => `show ${await worst()}`,
    () => 'as ann',
    () => 'drill',
    () => 'coverage 164.312(b)',
    () => 'attestations',
    () => 'audit verify',
  ];
  let n = 0;
  return async () => {
    const step = steps[n++];
    return step === undefined ? null : step();
  };
}
