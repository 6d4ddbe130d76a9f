import type { Severity } from './check.ts';

/** One thing that HIPAA scanners ask of a cloud, whoever asks it. */
export interface Control {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly severity: Severity;
  readonly citations: readonly string[];
  readonly citations_from: 'one peer' | 'two or more peers' | 'proposed';
  /** Ids of the same question elsewhere, by tool; `true` for a tool whose questions have none. */
  readonly peers: Readonly<Record<string, readonly string[] | true>>;
  readonly fix_risk: 'safe' | 'disruptive' | 'manual';
  /** Among the controls to be checked before the others. */
  readonly first: boolean;
  readonly origin: 'peer-mapped' | 'peer-unmapped' | 'gap' | 'own';
}

/** Whether another tool asks it too. */
export function isAskedBy({ peers }: Control, tool: string): boolean {
  const ids = peers[tool];
  return ids === true || (ids !== undefined && ids.length > 0);
}

/** What people call the other tools. */
export const peerNames: Readonly<Record<string, string>> = {
  prowler: 'Prowler',
  powerpipe: 'Powerpipe',
  aws_config: 'AWS Config conformance pack',
  cdk_nag: 'cdk-nag',
  cloudsploit: 'CloudSploit',
  s3inspector: 'S3 Inspector',
};
