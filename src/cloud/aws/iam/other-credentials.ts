import {
  ListServiceSpecificCredentialsCommand,
  type ListServiceSpecificCredentialsCommandOutput,
  paginateListSSHPublicKeys,
} from '@aws-sdk/client-iam';
import { CloudError } from '../../../domain/errors.ts';
import type { Standing } from '../../../domain/provider.ts';
import { fromFacts, itemsOf, knownValue, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { flag, leavesOut } from './report-csv.ts';
import type { User } from './user.ts';

/** API keys and passwords for single services: Bedrock, CodeCommit, Keyspaces. The client has no paginator for them. */
async function serviceCredentials(reader: AwsReader, UserName: string): Promise<readonly string[]> {
  const services: string[] = [];
  let Marker: string | undefined;
  do {
    const page: ListServiceSpecificCredentialsCommandOutput = await reader
      .iam()
      .send(new ListServiceSpecificCredentialsCommand({ UserName, ...(Marker && { Marker }) }));
    for (const told of listOf(page.ServiceSpecificCredentials, 'ListServiceSpecificCredentials'))
      if (present(told.Status, 'Status') === 'Active')
        services.push(present(told.ServiceName, 'ServiceName'));
    Marker = page.IsTruncated ? present(page.Marker, 'the next marker') : undefined;
  } while (Marker !== undefined);
  return services;
}

async function sshKeys(reader: AwsReader, UserName: string): Promise<number> {
  let active = 0;
  const pages = paginateListSSHPublicKeys({ client: reader.iam() }, { UserName });
  for await (const { Status } of itemsOf(pages, (page) => page.SSHPublicKeys, 'ListSSHPublicKeys'))
    if (present(Status, 'Status') === 'Active') active++;
  return active;
}

/**
 * What lets a user in besides the console password and access keys, and works: by its sort, never its id. `null`: not
 * asked, since the person has not left; the report knows certificates alone, and the rest takes two calls a user.
 */
export const otherCredentials = fromFacts(
  ['standing'],
  async ({ standing }, { row }: User, reader): Promise<readonly string[] | null> => {
    if (knownValue<Exclude<Standing, 'unknown'>>(standing) !== 'deactivated') return null;
    if (leavesOut(row))
      throw new CloudError('unsupported', 'the credential report leaves out some of the certificates');
    const certificates = Number(flag(row, 'cert_1_active')) + Number(flag(row, 'cert_2_active'));
    return [
      ...(await serviceCredentials(reader, row.user)).map((service) => `a credential for ${service}`),
      ...Array<string>(await sshKeys(reader, row.user)).fill('an SSH key'),
      ...Array<string>(certificates).fill('a signing certificate'),
    ];
  },
  ['iam:ListServiceSpecificCredentials', 'iam:ListSSHPublicKeys'],
);
