import acceptCommand from './accept.ts';
import ackCommand from './ack.ts';
import approvalsCommand from './approvals.ts';
import approveCommand from './approve.ts';
import assignCommand from './assign.ts';
import attestCommand from './attest.ts';
import attestationsCommand from './attestations.ts';
import auditCommand from './audit.ts';
import breakGlassCommand from './break-glass.ts';
import checksCommand from './checks.ts';
import coverageCommand from './coverage.ts';
import denyCommand from './deny.ts';
import digestCommand from './digest.ts';
import doctorCommand from './doctor.ts';
import drillCommand from './drill.ts';
import enrolCommand from './enrol.ts';
import findingsCommand from './findings.ts';
import fixCommand from './fix.ts';
import freezeCommand from './freeze.ts';
import helpCommand from './help.ts';
import policyCommand from './policy.ts';
import recheckCommand from './recheck.ts';
import reviewCommand from './review.ts';
import scanCommand from './scan.ts';
import showCommand from './show.ts';
import statusCommand from './status.ts';
import undoCommand from './undo.ts';
import whoCanCommand from './who-can.ts';
import whoamiCommand from './whoami.ts';
import whyNotCommand from './why-not.ts';
import withdrawCommand from './withdraw.ts';

/** Every command, in order of its name. Written by `npm run new:command`; the house test holds it against the folder. */
export const commands = [
  acceptCommand,
  ackCommand,
  approvalsCommand,
  approveCommand,
  assignCommand,
  attestCommand,
  attestationsCommand,
  auditCommand,
  breakGlassCommand,
  checksCommand,
  coverageCommand,
  denyCommand,
  digestCommand,
  doctorCommand,
  drillCommand,
  enrolCommand,
  findingsCommand,
  fixCommand,
  freezeCommand,
  helpCommand,
  policyCommand,
  recheckCommand,
  reviewCommand,
  scanCommand,
  showCommand,
  statusCommand,
  undoCommand,
  whoCanCommand,
  whoamiCommand,
  whyNotCommand,
  withdrawCommand,
] as const;
