import { type Asked, ask } from './branching.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { Answers, AnswerValue, FormDefinition } from './definition.ts';
import { conditionsOf, testsOf } from './form-places.ts';
import type { KnownFields } from './known-field.ts';

/** One way through a form. */
export interface FormPath {
  /** What decides it: the field, and the answers that lead this way. */
  readonly decisions: readonly { readonly field: string; readonly answers: readonly Candidate[] }[];
  /** Answers that take this way. */
  readonly answers: Answers;
  /** Keys of what it asks, in order, and of what must be answered. */
  readonly asks: readonly string[];
  readonly requires: readonly string[];
  /** Keys of the hidden questions whose values come along. */
  readonly brings: readonly string[];
}

export interface FormPaths {
  readonly paths: readonly FormPath[];
  /** There are more: they were not followed. */
  readonly isCut: boolean;
}

/** Independent conditions multiply the ways: so many are listed, and so often the form is asked. */
const pathsMost = 200;
const asksMost = 1500;

/**
 * Every way that a customer can take through a form, decided by the answers
 * that conditions ask about. Two answers that lead on in the same way are one.
 * The form must be free of conditions on later fields.
 */
export function findPaths(form: Pick<FormDefinition, 'sections'>, fields: KnownFields, most = asksMost): FormPaths {
  const walk = newWalk(form, fields, most);
  const tree = follow(walk, {}, new Set());
  const paths: FormPath[] = [];
  const isCut = !list(tree, [], paths) || walk.isCut;
  return { paths, isCut };
}

type Decisions = FormPath['decisions'];

/** What is still to be decided, or where nothing is. Trees that lead on alike have one id. */
type Tree =
  | { readonly id: number; readonly end: Omit<FormPath, 'decisions'> }
  | { readonly id: number; readonly field: string; readonly branches: readonly Branch[] };

interface Branch {
  readonly answers: readonly Candidate[];
  readonly tree: Tree;
}

interface Walk {
  readonly form: Pick<FormDefinition, 'sections'>;
  /** Ways to answer each field that decides something. */
  readonly deciding: ReadonlyMap<string, readonly (readonly Candidate[])[]>;
  /** What a question begins with may be taken out again: only what is chosen counts. */
  readonly seen: ReadonlySet<string>;
  readonly ids: Map<string, number>;
  left: number;
  isCut: boolean;
}

function newWalk(form: Pick<FormDefinition, 'sections'>, fields: KnownFields, most: number): Walk {
  const tests = conditionsOf(form).flatMap(({ condition }) => testsOf(condition));
  const deciding = new Map(
    [...new Set(tests.map(({ field }) => field))].flatMap((key) => {
      const field = fields.get(key);
      const own = tests.filter((test) => test.field === key);
      return field ? [[key, candidatesOf(field, own)] as const] : [];
    }),
  );
  const seen = new Set(form.sections.flatMap(({ questions }) => questions.map(({ field }) => field)));
  return { form, deciding, seen, ids: new Map(), left: most, isCut: false };
}

/** Null where the bound was reached. */
function follow(walk: Walk, answers: Answers, decided: ReadonlySet<string>): Tree | null {
  if (walk.left === 0) {
    walk.isCut = true;
    return null;
  }
  walk.left -= 1;
  const asked = ask(walk.form, answers, walk.seen);
  const field = asked.shown.find((key) => walk.deciding.has(key) && !decided.has(key));
  if (field === undefined) return ending(walk, answers, asked);
  const mustAnswer = asked.required.includes(field);
  const now = new Set([...decided, field]);
  const branches = (walk.deciding.get(field) ?? []).flatMap((group): Branch[] => {
    const answersHere = mustAnswer ? group.filter(({ kind }) => kind !== 'empty') : group;
    const [first] = answersHere;
    const tree = first && follow(walk, withAnswer(answers, field, first.value), now);
    return tree ? [{ answers: answersHere, tree }] : [];
  });
  return joined(walk, field, merged(branches));
}

function ending(walk: Walk, answers: Answers, asked: Asked): Tree {
  const shown = new Set(asked.shown);
  const brings = Object.keys(asked.answers).filter((key) => !shown.has(key));
  const end = { answers, asks: asked.shown, requires: asked.required, brings };
  return { id: idOf(walk, [asked.shown, asked.required, brings]), end };
}

function withAnswer(answers: Answers, field: string, value: AnswerValue | undefined): Answers {
  return value === undefined ? answers : { ...answers, [field]: value };
}

/** Branches that go on alike become one. */
function merged(branches: readonly Branch[]): readonly Branch[] {
  const byTree = new Map<number, Branch>();
  for (const branch of branches) {
    const same = byTree.get(branch.tree.id);
    byTree.set(branch.tree.id, same ? { ...same, answers: [...same.answers, ...branch.answers] } : branch);
  }
  return [...byTree.values()];
}

/** A field whose answers all lead the same way decides nothing there. */
function joined(walk: Walk, field: string, branches: readonly Branch[]): Tree | null {
  const [only, second] = branches;
  if (!only || !second) return only?.tree ?? null;
  const parts = branches.map(({ answers, tree }) => [tree.id, answers.map(({ value }) => value ?? null)]);
  return { id: idOf(walk, [field, parts]), field, branches };
}

function idOf({ ids }: Walk, what: unknown): number {
  const key = JSON.stringify(what);
  const id = ids.get(key) ?? ids.size;
  ids.set(key, id);
  return id;
}

/** False where there are more than can be listed. */
function list(tree: Tree | null, before: Decisions, into: FormPath[]): boolean {
  if (!tree) return true;
  if ('branches' in tree)
    return tree.branches.every(({ answers, tree: rest }) =>
      list(rest, [...before, { field: tree.field, answers }], into),
    );
  if (into.length === pathsMost) return false;
  into.push({ decisions: before, ...tree.end });
  return true;
}
