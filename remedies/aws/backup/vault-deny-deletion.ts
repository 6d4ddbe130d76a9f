import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

const denial = {
  Sid: 'DenyManualDeletion',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
  Resource: '*',
};

interface Statement {
  readonly Sid?: string;
}

export default defineRemedy({
  id: 'aws/backup/vault-deny-deletion',
  title: 'Deny everyone to delete recovery points of the vault by hand',
  cures: ['aws/backup/vault-manual-deletion-blocked'],
  kind: 'aws.backup.vault',
  fact: 'accessPolicy',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired(text) {
    if (text === null) return to(JSON.stringify({ Version: '2012-10-17', Statement: [denial] }));
    let written: { readonly Statement?: Statement | readonly Statement[] };
    try {
      written = JSON.parse(text);
    } catch {
      return cannot('the access policy is not JSON');
    }
    const statements = [written.Statement ?? []].flat();
    const said = ({ Sid: _, ...rest }: Statement) => JSON.stringify(rest);
    if (statements.some((statement) => said(statement) === said(denial))) return to(text);
    const isTaken = statements.some((statement) => statement.Sid === denial.Sid);
    const added = isTaken ? { ...denial, Sid: `${denial.Sid}OfAll` } : denial;
    return to(JSON.stringify({ ...written, Statement: [...statements, added] }));
  },
  consequences: () => [
    harmless('backups go on, and AWS Backup itself still deletes what has come to its end'),
    uncertain(
      'whoever tidies recovery points up by hand or by a script is refused, until the statement is taken out',
    ),
    harmless(
      'nobody can change how long a recovery point is kept either, this bot included: keep those longer first that are kept too short',
    ),
    harmless(
      'whoever may change the access policy can still take the statement out; only a vault lock stops that',
    ),
  ],
});
