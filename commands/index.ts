import acceptCommand from './accept.ts';
import ackCommand from './ack.ts';
import assignCommand from './assign.ts';
import auditCommand from './audit.ts';
import checksCommand from './checks.ts';
import digestCommand from './digest.ts';
import doctorCommand from './doctor.ts';
import findingsCommand from './findings.ts';
import helpCommand from './help.ts';
import policyCommand from './policy.ts';
import scanCommand from './scan.ts';
import showCommand from './show.ts';
import statusCommand from './status.ts';
import whoamiCommand from './whoami.ts';

/** Every command, in order of its name. Written by `npm run new:command`; the house test holds it against the folder. */
export const commands = [
  acceptCommand,
  ackCommand,
  assignCommand,
  auditCommand,
  checksCommand,
  digestCommand,
  doctorCommand,
  findingsCommand,
  helpCommand,
  policyCommand,
  scanCommand,
  showCommand,
  statusCommand,
  whoamiCommand,
] as const;
