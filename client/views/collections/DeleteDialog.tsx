import { Button, Group, Modal } from '@mantine/core'
import type { Collection } from '../../../shared/collection.ts'
import { plural } from '../../../shared/format.ts'
import { useCollectionActions } from '../../api/collections.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

export function DeleteDialog({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const { remove } = useCollectionActions()
  return (
    <Modal opened onClose={onClose} title="Delete collection">
      <p>
        “{collection.name}” goes with its {plural(collection.papers, 'paper')} and every analysis. This cannot be
        undone.
      </p>
      {remove.error && <ErrorNote error={remove.error} />}
      <Group justify="flex-end" mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button
          color="red.9"
          loading={remove.isPending}
          onClick={() => remove.mutate(collection.id, { onSuccess: onClose })}
        >
          Delete
        </Button>
      </Group>
    </Modal>
  )
}
