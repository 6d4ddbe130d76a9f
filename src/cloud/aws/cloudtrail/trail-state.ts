import type { AdvancedEventSelector, EventSelector } from '@aws-sdk/client-cloudtrail';
import type { Json } from '../../../domain/catalog.ts';

/** What a trail is told to record, as CloudTrail words it. It takes one of the two forms and never both. */
export type SelectorState =
  | { readonly basic: readonly BasicSelector[] }
  | { readonly advanced: readonly AdvancedSelector[] };

export type BasicSelector = {
  readonly ReadWriteType: string;
  readonly IncludeManagementEvents: boolean;
  readonly DataResources: readonly { readonly Type: string; readonly Values: readonly string[] }[];
  readonly ExcludeManagementEventSources: readonly string[];
};

export type AdvancedSelector = {
  readonly Name?: string;
  readonly FieldSelectors: readonly { readonly [field: string]: Json }[];
};

export type TrailState = {
  readonly logging: boolean;
  readonly multiRegion: boolean;
  /** CloudTrail asks for them wherever a trail covers every region. */
  readonly globalEvents: boolean;
  /** Never changed from here: a trail that writes elsewhere than it did is not the one that was looked at. */
  readonly logBucket: string;
  readonly selectors: SelectorState;
};

/** By the trail's ARN. */
export type TrailStates = { readonly [arn: string]: TrailState };

/** What is left unsaid is said, so that what was written and what is read back are the same. */
export const basicFrom = (told: EventSelector): BasicSelector => ({
  ReadWriteType: told.ReadWriteType ?? 'All',
  IncludeManagementEvents: told.IncludeManagementEvents ?? true,
  DataResources: (told.DataResources ?? []).map(({ Type = '', Values = [] }) => ({ Type, Values })),
  ExcludeManagementEventSources: told.ExcludeManagementEventSources ?? [],
});

export const advancedFrom = ({ Name, FieldSelectors }: AdvancedEventSelector): AdvancedSelector => ({
  ...(Name !== undefined && { Name }),
  FieldSelectors: (FieldSelectors ?? []).map((field) =>
    Object.fromEntries(
      Object.entries(field).filter(
        ([, said]) => said !== undefined && !(Array.isArray(said) && said.length === 0),
      ),
    ),
  ),
});

export function selectorsFrom(told: {
  readonly EventSelectors?: readonly EventSelector[] | undefined;
  readonly AdvancedEventSelectors?: readonly AdvancedEventSelector[] | undefined;
}): SelectorState {
  if (told.AdvancedEventSelectors?.length) return { advanced: told.AdvancedEventSelectors.map(advancedFrom) };
  return { basic: (told.EventSelectors ?? []).map(basicFrom) };
}

export const selectorsTo = (state: SelectorState) =>
  'basic' in state
    ? { EventSelectors: state.basic as unknown as EventSelector[] }
    : { AdvancedEventSelectors: state.advanced as unknown as AdvancedEventSelector[] };
