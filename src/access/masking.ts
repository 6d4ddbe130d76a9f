/** The policy by which a log group masks what it holds, or why it cannot be written from here. */
export type Masking = { readonly policy: string } | { readonly cannot: string };

interface Statement {
  readonly DataIdentifier?: readonly unknown[];
  readonly Operation?: {
    readonly Audit?: { readonly FindingsDestination?: object };
    readonly Deidentify?: object;
  };
}

const said = (list: readonly unknown[] | undefined) => JSON.stringify(list?.toSorted());

/** The two statements that CloudWatch Logs asks for, of which one looks and the other masks, over the same identifiers. */
const fresh = (DataIdentifier: readonly string[]) => ({
  Name: 'health-and-identity-data',
  Version: '2021-06-01',
  Statement: [
    { Sid: 'audit', DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
    { Sid: 'mask', DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
  ],
});

/** A log group's data protection policy in which AWS's identifiers of these names are masked too; what it says stays. */
export function withMasking(text: string | null, names: readonly string[]): Masking {
  const wanted = names.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`);
  if (text === null) return { policy: JSON.stringify(fresh(wanted)) };
  let policy: { readonly Statement?: readonly Statement[] };
  try {
    policy = JSON.parse(text);
  } catch {
    return { cannot: 'the data protection policy was not understood' };
  }
  const statements = Array.isArray(policy.Statement) ? (policy.Statement as readonly Statement[]) : [];
  const [audits, masks] = [
    statements.filter(({ Operation }) => Operation?.Audit),
    statements.filter(({ Operation }) => Operation?.Deidentify),
  ];
  const [audit, mask] = [audits[0], masks[0]];
  if (statements.length !== 2 || audit === undefined || mask === undefined || audit === mask)
    return { cannot: 'the data protection policy is not one statement that looks and one that masks' };
  if (!Array.isArray(mask.DataIdentifier) || said(audit.DataIdentifier) !== said(mask.DataIdentifier))
    return { cannot: 'the data protection policy looks for other data than it masks' };
  if (Object.keys(audit.Operation?.Audit?.FindingsDestination ?? {}).length > 0)
    return {
      cannot: 'the data protection policy sends what it finds elsewhere, and its author may change it',
    };
  const DataIdentifier = [...new Set([...mask.DataIdentifier, ...wanted])];
  const Statement = statements.map((statement) => ({ ...statement, DataIdentifier }));
  return { policy: JSON.stringify({ ...policy, Statement }) };
}
