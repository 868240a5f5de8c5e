"""The brand's own greeting and sign-off."""

from assistant.service import ServiceAssistant
from tests.assistant.service.conftest import Say
from tools.service.service import Service

BRAND = """# English

## Sign-off
- Warmly, all of us at {store}

## Phrases

### service_hello · any
- Hi there, {store} here!

# 中文

## 落款
- {store} 敬上
"""


def test_the_brand_greets_in_the_language_it_has_words_for(say: Say, service: Service) -> None:
    (service.folder / "brand.md").write_text(BRAND, encoding="utf-8")
    assert say("is shipping free?").answer.startswith("Hi there, Lumo here!")
    assert say("包邮吗", thread="t2").answer.startswith("您好，感谢您的咨询。")


def test_a_warmer_reply_closes_as_the_brand_does(
    assistant: ServiceAssistant, service: Service
) -> None:
    (service.folder / "brand.md").write_text(BRAND, encoding="utf-8")
    edits = {edit.id: edit.reply for edit in assistant.suggest("包邮吗").edits}
    assert edits["warmer"].endswith("Lumo 敬上")
    assert "敬上" not in edits["shorter"]
