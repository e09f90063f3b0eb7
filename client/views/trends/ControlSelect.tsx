import { Select } from '@mantine/core'

interface ControlSelectProps<V extends string> {
  /** What it sets, for screen readers. */
  label: string
  /** Pixels. */
  width: number
  value: V
  options: readonly { value: V; label: string }[]
  disabled?: boolean
  onChange: (value: V) => void
}

/** A small choice of one above a chart; something is always chosen. */
export function ControlSelect<V extends string>(props: ControlSelectProps<V>) {
  const { label, width, value, options, disabled = false, onChange } = props
  return (
    <Select
      size="xs"
      w={width}
      aria-label={label}
      allowDeselect={false}
      value={value}
      disabled={disabled}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen)
        if (option !== undefined) onChange(option.value)
      }}
      data={options}
    />
  )
}
