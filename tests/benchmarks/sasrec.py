"""RecTools' SASRec, in an interpreter of its own: it needs older libraries than Storewise does.

    python tests/benchmarks/sasrec.py INTERACTIONS USERS OUT SEED MINUTES

Reads user_id, item_id, datetime and weight of every interaction, and user_id of those asked about;
writes user_id, item_id and rank (1 the best) of their lists, all as Parquet. Size and training are
those of RecTools' guide ("Transformer Models Advanced Training Guide"): the last interaction of at
most 2,048 users is held out, and the weights with the least loss on these are
kept. Learning ends after MINUTES at the latest.
"""

import logging
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from pytorch_lightning import Callback, LightningModule, Trainer, seed_everything
from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
from rectools.dataset import Dataset
from rectools.models import SASRecModel

LISTED = 100  # items a user, so that some are left once what should not be shown is left out
EPOCHS, PATIENCE = 40, 3  # at most; without a lower held-out loss
HELD_OUT = 2048  # users
BATCH = 32  # users; RecTools' 128 makes seven steps an epoch of Taobao's 772
ALL_ITEMS, DRAWN = 10_000, 256  # items up to which the loss is over all; beyond, over so many drawn


class Told(Callback):
    """Prints the held-out loss of each epoch."""

    def on_validation_epoch_end(self, trainer: Trainer, module: LightningModule) -> None:
        """Print it."""
        loss = float(trainer.callback_metrics[module.val_loss_name])
        print(f"  sasrec epoch {trainer.current_epoch}: held-out loss {loss:.4f}", flush=True)


def training(folder: str, minutes: int) -> Callable[[], Trainer]:
    """What makes a trainer that stops early and keeps its best weights in `folder`."""

    def trainer() -> Trainer:
        best = ModelCheckpoint(folder, monitor="val_loss", mode="min", save_weights_only=True)
        stop = EarlyStopping("val_loss", patience=PATIENCE, mode="min")
        return Trainer(
            min_epochs=1, max_epochs=EPOCHS, max_time={"minutes": minutes}, deterministic=True,
            accelerator="auto", devices=1, logger=False, enable_progress_bar=False,
            enable_model_summary=False, num_sanity_val_steps=0,
            callbacks=[Told(), stop, best],
        )  # fmt: skip

    return trainer


def held_out(interactions: pd.DataFrame) -> np.ndarray:
    """Whether each row is the last one of a user who judges."""
    newest_first = interactions.sort_values("datetime", ascending=False, kind="stable")
    rank = newest_first.groupby("user_id", sort=False).cumcount()
    users = interactions["user_id"].unique()[:HELD_OUT]
    return (interactions["user_id"].isin(users) & (rank == 0)).to_numpy()


def fitted(interactions: pd.DataFrame, dataset: Dataset, minutes: int) -> SASRecModel:
    """The model with its best weights."""
    whole = interactions["item_id"].nunique() <= ALL_ITEMS
    with tempfile.TemporaryDirectory() as folder:
        model = SASRecModel(
            n_blocks=2, n_heads=2, n_factors=64, dropout_rate=0.2, session_max_len=50, lr=0.001,
            batch_size=BATCH, loss="softmax" if whole else "sampled_softmax", n_negatives=DRAWN,
            train_min_user_interactions=5, get_val_mask_func=held_out,
            get_trainer_func=training(folder, minutes),
        )  # fmt: skip
        model.fit(dataset)
        model.load_weights_from_checkpoint(*Path(folder).glob("*.ckpt"))
    return model


def main(interactions: str, users: str, out: str, seed: str, minutes: str) -> None:
    warnings.simplefilter("ignore")
    logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)
    torch.set_num_threads(1)
    seed_everything(int(seed), workers=True, verbose=False)
    told = pd.read_parquet(interactions).sample(frac=1, random_state=int(seed))  # within a basket
    dataset = Dataset.construct(told)
    model = fitted(told, dataset, int(minutes))
    known = np.array(pd.read_parquet(users)["user_id"])
    found = model.recommend(
        known, dataset, k=LISTED, filter_viewed=False, on_unsupported_targets="ignore"
    )
    found[["user_id", "item_id", "rank"]].to_parquet(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
