// Walks a body beside its JSON schema and lists the keys that no branch of the schema names.

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

/** `components` is the part of the document that references point into. */
export function unknownKeyPaths(components: unknown, schema: unknown, value: unknown): Path[] {
  return walk(components as Json, schema as Json, value, []);
}

function walk(components: Json, schema: Json, value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const branches = flatten(components, schema).filter((branch) => couldBe(branch, value));
  const results = branches.map((branch) => walkBranch(components, branch, value, path));
  return (
    results.reduce<Path[] | undefined>((best, one) => (!best || one.length < best.length ? one : best), undefined) ?? []
  );
}

function walkBranch(components: Json, branch: Json, value: object, path: Path): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => walk(components, (branch.items ?? {}) as Json, one, [...path, index]));
  }
  const properties = branch.properties as Record<string, Json> | undefined;
  if (!properties) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const inner = properties[key];
    return inner ? walk(components, inner, one, [...path, key]) : [[...path, key]];
  });
}

/** The alternatives that a schema offers, references resolved and `allOf` merged. */
function flatten(components: Json, schema: Json): Json[] {
  if (typeof schema.$ref === 'string') return flatten(components, resolve(components, schema.$ref));
  const alternatives = (schema.oneOf ?? schema.anyOf) as Json[] | undefined;
  if (alternatives) return alternatives.flatMap((one) => flatten(components, one));
  if (!Array.isArray(schema.allOf)) return [schema];
  const parts = (schema.allOf as Json[]).flatMap((one) => flatten(components, one));
  const properties = Object.assign({}, schema.properties, ...parts.map((part) => part.properties)) as Json;
  return [{ ...schema, ...(Object.keys(properties).length > 0 ? { properties } : {}) }];
}

function resolve(components: Json, reference: string): Json {
  const steps = reference.split('#/components/')[1]?.split('/') ?? [];
  return steps.reduce<Json>((node, step) => (node[step] ?? {}) as Json, components);
}

/** A branch of another kind, or with another `type`, was not meant. */
function couldBe(branch: Json, value: object): boolean {
  const types = [branch.type].flat();
  if (branch.type !== undefined && !types.includes(Array.isArray(value) ? 'array' : 'object')) return false;
  const typeSchema = (branch.properties as Record<string, Json> | undefined)?.type;
  const wanted = (typeSchema && 'const' in typeSchema ? [typeSchema.const] : typeSchema?.enum) as unknown[] | undefined;
  const given = (value as { type?: unknown }).type;
  return wanted === undefined || given === undefined || wanted.includes(given);
}
