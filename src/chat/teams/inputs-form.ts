import type { Form } from '../adapter.ts';
import { cardOf, type Json, messageBytes, type Rendered, rendered } from './card.ts';
import { type Choosable, input } from './inputs.ts';
import { limits } from './limits.ts';
import { actionSet, pressing } from './render-buttons.ts';
import { heading, note, paragraph } from './render-parts.ts';
import { cut, defused, oneLine } from './text.ts';

export interface FormContext {
  /** What was typed before, by field, when a form is shown again. */
  readonly answers?: Readonly<Record<string, string>>;
  /** What is wrong with it, by field. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly people?: readonly Choosable[];
  /** The command that brings back the card which the form took the place of: makes a Cancel button. */
  readonly back?: string;
  /** What the card says whose place the form takes: nobody sees it while they answer. */
  readonly about?: string | undefined;
}

const mostAbout = 280;

/** One-time codes are never repeated, not even to who typed them. */
const once = new Set(['code']);

const own = (of: Readonly<Record<string, string>> | undefined, name: string): string | undefined =>
  of && Object.hasOwn(of, name) ? of[name] : undefined;

/** Under its input, where it stays while somebody types. */
const hint = (text: string | undefined): Json[] =>
  note(cut(text ?? '', limits.hint), Number.POSITIVE_INFINITY).map((each) => ({ ...each, spacing: 'None' }));

function fieldsOf(form: Form, context: FormContext, menus: boolean): Json[] {
  return form.fields.slice(0, limits.fields).flatMap((field) => {
    const problem = own(context.problems, field.name);
    const answer = once.has(field.name) ? undefined : own(context.answers, field.name);
    return [
      ...(problem ? paragraph(cut(problem, limits.label), 'critical', Number.POSITIVE_INFINITY) : []),
      input(field, { answer, people: context.people, menus }),
      ...hint(field.hint),
    ];
  });
}

/** Problems of no field that is shown stand at the top. */
function otherProblems(form: Form, { problems = {} }: FormContext): Json[] {
  const shown = new Set(form.fields.slice(0, limits.fields).map(({ name }) => name));
  const others = Object.keys(problems).filter((name) => !shown.has(name));
  const said = others.map((name) => problems[name]).join(' ');
  return paragraph(said, 'critical', limits.note);
}

function draw(form: Form, context: FormContext, menus: boolean): Rendered {
  const title = oneLine(form.title) || 'HIPAA';
  const explain = oneLine(form.explain);
  const wrong = Object.keys(context.problems ?? {}).length > 0;
  const says = `${title}. ${explain} ${wrong ? 'Something is still wrong; the form says what.' : 'Fill in the form.'}`;
  const body = [
    ...heading(title),
    ...paragraph(cut(explain, limits.note), undefined, Number.POSITIVE_INFINITY),
    ...note(cut(oneLine(context.about ?? ''), mostAbout), Number.POSITIVE_INFINITY),
    ...otherProblems(form, context),
    ...fieldsOf(form, context, menus),
    actionSet([
      pressing('fill', form.says, oneLine(form.submit) || 'Submit', 'primary'),
      ...(context.back === undefined ? [] : [cancel(context.back)]),
    ]),
  ];
  const line = defused(cut(oneLine(says), limits.text));
  return rendered(line, cardOf(body, { fallbackText: defused(cut(oneLine(says), limits.fallbackText)) }));
}

/** Leaves without reading the inputs: an empty required one must not hold anybody. */
function cancel(back: string): Json {
  const action = pressing('say', back, 'Cancel');
  return {
    ...action,
    associatedInputs: 'none',
    fallback: { ...action['fallback'], associatedInputs: 'none' },
  };
}

/** The form inside a card; null when Teams could not carry it: then the command must be typed. */
export function formCard(form: Form, context: FormContext = {}): Rendered | null {
  const carried =
    form.fields.length > 0 &&
    form.fields.length <= limits.fields &&
    form.says.length <= limits.buttonSays &&
    form.fields.every(({ name }) => name.length > 0 && name.length <= limits.label);
  if (!carried) return null;
  const small = (card: Rendered) => messageBytes(card) <= limits.portableBytes;
  const { answers: _, ...unanswered } = context;
  const blank = { ...form, fields: form.fields.map(({ initial: __, ...field }) => field) };
  const plainer = [
    () => draw(form, context, true),
    () => draw(form, context, false),
    () => draw(blank, unanswered, false),
  ];
  return plainer.map((each) => each()).find(small) ?? null;
}
