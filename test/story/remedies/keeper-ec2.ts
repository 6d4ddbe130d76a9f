/** What moto's EC2 does not know, kept as EC2 keeps it: answers to those calls, and nothing for all others. */
export interface KeptEc2 {
  /** The answer to a call, as XML; null: moto's to answer. */
  answer(body: string): string | null;
  /** What is to be changed in moto's own answer to a call; null: nothing. */
  amends(body: string): ((told: string) => string) | null;
  reset(): void;
}

const xml = (operation: string, inner: string) =>
  `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${inner}</${operation}Response>`;

export function keepEc2(account: string): KeptEc2 {
  let block = 'unblocked';
  const everyones = new Set<string>();
  const monitored = new Set<string>();
  const defaults = new Map<string, string>();
  const noted = ['HttpTokens', 'HttpEndpoint', 'HttpPutResponseHopLimit', 'InstanceMetadataTags'];

  return {
    reset() {
      block = 'unblocked';
      everyones.clear();
      monitored.clear();
      defaults.clear();
    },
    amends(body) {
      if (monitored.size === 0 || !body.includes('Action=DescribeInstances&')) return null;
      // Each instance of a story is a reservation by itself.
      return (told) =>
        told
          .split(/(?=<reservationId>)/)
          .map((part) =>
            [...monitored].some((id) => part.includes(`<instanceId>${id}</instanceId>`))
              ? part.replace(
                  /<monitoring>.*?<\/monitoring>/s,
                  '<monitoring><state>enabled</state></monitoring>',
                )
              : part,
          )
          .join('');
    },
    answer(body) {
      const asked = new URLSearchParams(body);
      const operation = asked.get('Action') ?? '';
      switch (operation) {
        case 'ModifySnapshotAttribute': {
          const id = asked.get('SnapshotId') ?? '';
          if (asked.get('OperationType') === 'add') everyones.add(id);
          else everyones.delete(id);
          return null;
        }
        case 'MonitorInstances':
        case 'UnmonitorInstances': {
          const id = asked.get('InstanceId.1') ?? '';
          if (operation === 'MonitorInstances') monitored.add(id);
          else monitored.delete(id);
          return xml(operation, `<instancesSet><item><instanceId>${id}</instanceId></item></instancesSet>`);
        }
        case 'DescribeSnapshots': {
          if (asked.get('RestorableBy.1') !== 'all') return null;
          const items = [...everyones].map(
            (id) => `<item><snapshotId>${id}</snapshotId><ownerId>${account}</ownerId></item>`,
          );
          return xml(operation, `<snapshotSet>${items.join('')}</snapshotSet>`);
        }
        case 'GetSnapshotBlockPublicAccessState':
          return xml(operation, `<state>${block}</state><managedBy>account</managedBy>`);
        case 'EnableSnapshotBlockPublicAccess':
          block = asked.get('State') ?? '';
          return xml(operation, `<state>${block}</state>`);
        case 'DisableSnapshotBlockPublicAccess':
          block = 'unblocked';
          return xml(operation, `<state>${block}</state>`);
        case 'GetInstanceMetadataDefaults': {
          const told = [...defaults].map(([name, value]) => {
            const element = name.charAt(0).toLowerCase() + name.slice(1);
            return `<${element}>${value}</${element}>`;
          });
          return xml(
            operation,
            `<accountLevel>${told.join('')}<managedBy>account</managedBy></accountLevel>`,
          );
        }
        case 'ModifyInstanceMetadataDefaults':
          for (const name of noted) {
            const value = asked.get(name);
            if (value === null) continue;
            if (value === 'no-preference' || value === '-1') defaults.delete(name);
            else defaults.set(name, value);
          }
          return xml(operation, '<return>true</return>');
        default:
          return null;
      }
    },
  };
}
