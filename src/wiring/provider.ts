import { loadEligibleServices } from '../cloud/aws/organizations/eligible-services.ts';
import { awsProvider } from '../cloud/aws/provider.ts';
import { catalog } from '../cloud/catalog.ts';
import { readInventory, recordedProvider } from '../cloud/recorded/provider.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import type { Provider } from '../domain/provider.ts';

function refusedAsConfig(key: string, load: () => unknown): void {
  try {
    load();
  } catch (cause) {
    throw new ConfigError([`${key}: ${cause instanceof Error ? cause.message : 'cannot be used'}`], {
      cause,
    });
  }
}

export function providerFor(config: Config, inventory?: string): Provider {
  if (inventory !== undefined) {
    const recording = readInventory(inventory);
    // A made-up account may be changed, in memory; what people recorded of their own stays as it was.
    return recordedProvider(recording, catalog, { writable: recording.demo !== undefined });
  }
  const { accounts, organization, regions, home, concurrency, timeoutSeconds, maxAttempts } = config.aws;
  const { eligibleServices } = config.aws;
  // A list that is cut off is told at the start, and not as a finding.
  if (eligibleServices !== undefined)
    refusedAsConfig('aws.eligibleServices', () => loadEligibleServices(eligibleServices));
  const settings = {
    regions,
    home,
    concurrency,
    timeoutMs: timeoutSeconds * 1000,
    maxAttempts,
    ...(eligibleServices === undefined ? {} : { eligibleServices }),
  };
  return awsProvider(accounts, settings, organization);
}
