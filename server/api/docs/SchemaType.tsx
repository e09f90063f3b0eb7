/** The part of a JSON schema that the page shows. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  minimum?: number
  maximum?: number
  default?: unknown
  description?: string
  format?: string
}

/** The fields of a schema as a table. */
export function SchemaFields({ schema }: { schema: Schema }) {
  if (!schema.properties) return <SchemaType schema={schema} />
  return (
    <table>
      <tbody>
        {Object.entries(schema.properties).map(([name, property]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <SchemaType schema={property} />
              {schema.required?.includes(name) ? '' : ' (optional)'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A schema in one line: names are links, the rest is words. */
export function SchemaType({ schema }: { schema: Schema }) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return <a href={`#schema-${name}`}>{name}</a>
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) {
    return choices.map((choice, i) => (
      <span key={i}>
        {i > 0 && (schema.allOf ? ' and ' : ' or ')}
        <SchemaType schema={choice} />
      </span>
    ))
  }
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.items) {
    return (
      <>
        list of <SchemaType schema={schema.items} />
      </>
    )
  }
  if (schema.properties) {
    return (
      <>
        {'{'}
        {Object.entries(schema.properties).map(([name, property], i) => (
          <span key={name}>
            {i > 0 && ', '}
            {name}: <SchemaType schema={property} />
          </span>
        ))}
        {'}'}
      </>
    )
  }
  return [
    Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything'),
    schema.format,
    range(schema),
  ]
    .filter((word) => word !== undefined && word !== '')
    .join(', ')
}

function range({ minimum, maximum, default: standard }: Schema): string {
  const from = minimum === undefined ? '' : `from ${minimum}`
  const to = maximum === undefined || maximum > 2 ** 52 ? '' : `to ${maximum}`
  const otherwise = standard === undefined ? '' : `default ${JSON.stringify(standard)}`
  return [from, to, otherwise].filter((word) => word !== '').join(' ')
}
