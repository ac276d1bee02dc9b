/** Every path template of Discord's description, by lower-case HTTP method. */
export declare const pathsList: Record<'get' | 'put' | 'post' | 'delete' | 'patch', readonly string[]>;

/** Every schema of Discord's description as a zod/mini schema, named `<Name>Schema`. */
export declare const schemas: Record<string, unknown>;
