import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Collection } from '../../../shared/collection.ts'
import { useCollectionActions } from '../../api/collections.ts'

export function RenameDialog({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const [name, setName] = useState(collection.name)
  const { rename } = useCollectionActions()
  const save = () => rename.mutate({ id: collection.id, name: name.trim() }, { onSuccess: onClose })
  return (
    <Modal opened onClose={onClose} title="Rename collection">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextInput
          label="Name"
          data-autofocus
          maxLength={200}
          value={name}
          error={rename.error?.message}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt={16}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={rename.isPending} disabled={name.trim() === ''}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
