"""Answers about shapes, each found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from shapely.geometry.base import BaseGeometry

P = ParamSpec("P")
T = TypeVar("T")


class _This:
    """A shape that equals only itself: to compare shapes corner by corner takes as long as what is asked of them."""

    __slots__ = ("shape",)

    def __init__(self, shape: BaseGeometry) -> None:
        self.shape = shape

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.shape is other.shape

    def __hash__(self) -> int:
        return id(self.shape)


def once_per_shape(answer: Callable[P, T]) -> Callable[P, T]:
    """A function of shapes whose answers are kept: accounts often ask the same of the same shapes."""

    @lru_cache(maxsize=1 << 10)
    def kept(*asked: Any, **more: Any) -> T:
        return answer(*(one.shape if isinstance(one, _This) else one for one in asked), **more)

    @wraps(answer)
    def found(*asked: P.args, **more: P.kwargs) -> T:
        return kept(*(_This(one) if isinstance(one, BaseGeometry) else one for one in asked), **more)  # type: ignore[arg-type]

    return found
