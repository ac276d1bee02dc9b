// Queries that people wait for are built and compiled once for each shape, then only filled in: Kysely takes several times as long to
// put one together as SQLite to answer it.

import type { CompiledQuery } from 'kysely';
import { createLastUsed } from '../kit/lastUsed.ts';
import { rowsOf } from './directReading.ts';
import type { Db } from './schema.ts';

/** For each query; a list makes a shape for each of its lengths. */
const shapesKept = 100;

/** Stands in a compiled query for a value that comes with each asking. */
class Blank {
  readonly name: string;
  readonly index: number | undefined;

  constructor(name: string, index?: number) {
    this.name = name;
    this.index = index;
  }
}

type Value = string | number | null;
/** Values, and lists of them. What is undefined, or how long a list is, may decide how the query is built; no value may. */
type Asked = Readonly<Record<string, Value | readonly Value[] | undefined>>;

interface Built<Row> {
  compile(db: Db): CompiledQuery<Row>;
}

/** @param build is given something else in place of each value */
export function compiledOnce<Wanted extends { readonly [Key in keyof Wanted]: Asked[string] }, Row>(
  build: (db: Db, wanted: Wanted) => Built<Row>,
): (db: Db, wanted: Wanted) => Promise<Row[]> {
  const compiled = createLastUsed<CompiledQuery<Row>>(shapesKept);
  return async (db, wanted) => {
    const values = wanted as Asked;
    const shape = shapeOf(values);
    const known = compiled.get(shape);
    const query = known ?? build(db, withBlanks(values) as Wanted).compile(db);
    if (!known) compiled.set(shape, query);
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Blank ? fill(parameter, values) : parameter,
    );
    const filled = { ...query, parameters };
    return (await rowsOf(db, filled)) ?? (await db.executeQuery<Row>(filled)).rows;
  };
}

function shapeOf(values: Asked): string {
  let shape = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) shape += isList(value) ? ` ${name}:${value.length}` : ` ${name}`;
  }
  return shape;
}

function withBlanks(values: Asked): Readonly<Record<string, unknown>> {
  const blanks = Object.entries(values).map(([name, value]) => {
    if (value === undefined) return [name, undefined];
    return [name, isList(value) ? value.map((_, index) => new Blank(name, index)) : new Blank(name)];
  });
  return Object.fromEntries(blanks);
}

function fill({ name, index }: Blank, values: Asked): Value | undefined {
  const value = values[name];
  return isList(value) ? value[index ?? 0] : value;
}

function isList(value: Asked[string]): value is readonly Value[] {
  return Array.isArray(value);
}
