/** Teams' numbers, once. Lengths are UTF-16 code units; sizes are bytes of UTF-16, which is how Teams measures a message. */
export const limits = {
  cardVersion: '1.5',
  /** Passes everywhere, also where a flow or a webhook carries the message on (28 KB there, less by some measurements). */
  portableBytes: 24 * 1024,
  /** About 100 KB are refused with `MessageSizeTooBig`; Microsoft advises to stay below this. */
  hardBytes: 80 * 1024,
  /** What notifications and readers get; the card says it in full. */
  text: 1000,
  fallbackText: 600,
  heading: 150,
  paragraph: 3000,
  note: 1000,
  label: 200,
  factValue: 600,
  facts: 40,
  tableRows: 100,
  /** More columns than this cannot be read in a chat pane: the first few stay, and a last one tells the others. */
  tableColumns: 6,
  foldedColumns: 3,
  shortColumn: 10,
  shortColumnsPixels: 180,
  cell: 200,
  shortCell: 80,
  chartSeries: 6,
  chartPoints: 30,
  /** Points of the table that stands in for a chart, by how much room there is; the first is never behind a chart. */
  chartTables: [30, 6, 4, 2],
  charts: 2,
  /** Teams hides what is beyond six actions in one row. */
  actionsPerRow: 6,
  /** Titles of a row in all: beyond it clients cut them. */
  rowTitles: 48,
  actions: 24,
  buttonTitle: 60,
  buttonSays: 2000,
  confirm: 300,
  refreshUsers: 60,
  mentions: 20,
  mentionName: 80,
  fields: 20,
  inputText: 3000,
  hint: 300,
  choices: 100,
  choiceTitle: 100,
  /** Sends per conversation: how many within how many milliseconds. */
  sends: [
    [7, 1000],
    [8, 2000],
    [60, 30_000],
    [1800, 3_600_000],
  ],
  commands: 10,
  tokenSkewS: 300,
  targetedLifeMs: 24 * 3_600_000,
} as const;
