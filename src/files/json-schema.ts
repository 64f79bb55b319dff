/** As much of JSON Schema as the generated ones use. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The part of a schema that rules what stands at `path`; undefined where the path leads nowhere. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return schema;
  for (const one of [schema, ...(schema.anyOf ?? [])]) {
    const listed = typeof head === 'number' ? one.items : propertyOf(one, head);
    const found = listed === undefined ? undefined : schemaAt(listed, rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The keys that an object at this part of a schema may have. */
export function keysOf(schema: JsonSchema): readonly string[] {
  return [schema, ...(schema.anyOf ?? [])].flatMap(one => Object.keys(one.properties ?? {}));
}

function propertyOf(schema: JsonSchema, key: PropertyKey): JsonSchema | undefined {
  const own = schema.properties;
  if (own !== undefined && Object.hasOwn(own, key)) return own[String(key)];
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}
