# SPDX-License-Identifier: MIT
"""Vietnamese names: a family's and one to three more, or a pen name of two, each a syllable with a capital."""

import re

# Letters that, of the languages written in Latin script, Vietnamese alone has.
_LETTERS = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
_SYLLABLES = re.compile(r"[^\W\d_]{1,6}(?: [^\W\d_]{1,6}){1,3}")
# Phrases lose their capitals but for the first, so these are places and what menus have.
_NO_NAMES = re.compile(
    r"(?:hà nội|việt nam|đà nẵng|hải phòng|cần thơ|(?:tp\.? )?hồ chí minh|sài gòn|đồng nai|bình dương|quảng n\w+"
    r"|nghệ an|hà tĩnh|thanh hóa|bắc n\w+|bắc giang|thái nguyên|khánh hòa|lâm đồng|đắk lắk|gia lai|kiên giang"
    r"|long an|phú quốc|hàn quốc|nhật bản|trung quốc|thái lan|đông nam á|châu á|châu âu|biển đông|vũng tàu"
    r"|nha trang|đà lạt|thừa thiên huế|thời sự|thế giới|kinh tế|kinh doanh|thể thao|giải trí|pháp luật|giáo dục"
    r"|sức khỏe|sức khoẻ|đời sống|khoa học|du lịch|văn hóa|văn hoá|công nghệ|trang chủ|bất động sản|bóng đá"
    r"|tin tức|tin mới|xã hội|chính trị|góc nhìn|ý kiến|bạn đọc|liên hệ|đăng nhập|quảng cáo|chia sẻ|bình luận"
    r"|tin liên quan|đọc thêm|xem thêm|phản hồi|tài chính|âm nhạc)(?: .*)?"
)
# Syllables that many names have, of which some are without a letter of the language's own.
_COMMON = frozenset(
    (  # noqa: SIM905 - two hundred quotation marks say nothing
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào mai trịnh lương cao tạ "
        "hà châu trương thu lan minh hải anh linh trang thảo hương hằng nga phương thanh hoa hùng dũng nam sơn "
        "long tuấn quang đức huy khánh ngọc hồng kim xuân yến vân thủy thùy quỳnh trinh nhung my chi giang bình "
        "an bảo khoa khang phúc thịnh tâm trí trung việt văn thị đình hữu công duy gia hoài nhật như tú tùng toàn "
        "tiến thành thắng thái tân quyên oanh nhi uyên vy diễm"
    ).split()
)


def is_vietnamese(name: str) -> bool:
    """Whether words are shaped as a Vietnamese name, and are no place or menu's word that is well known."""
    folded = name.casefold()
    if not _SYLLABLES.fullmatch(name) or not (_LETTERS.search(folded) or _COMMON.issuperset(folded.split())):
        return False
    return all(word[0].isupper() for word in name.split()) and not _NO_NAMES.fullmatch(folded)
