// Cycles: parents that own their children, and children that point at their parent.
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace {

// Children of a parent.
constexpr std::uint32_t CHILDREN = 8;
// One family in so many lives on, until as many others as this have done so too.
constexpr std::uint64_t KEEP = 8;
constexpr std::size_t LIVE = 250;

struct Parent;

struct Child {
    std::uint32_t value;
    const Parent *parent;
};

struct Parent {
    std::uint32_t value;
    std::vector<std::unique_ptr<Child>> children;
};

using Family = std::unique_ptr<Parent>;

using Families = std::array<Family, LIVE>;

Family make_family(std::uint32_t value) {
    auto family = std::make_unique<Parent>(Parent{value, {}});
    family->children.reserve(CHILDREN);
    for (std::uint32_t k = 0; k < CHILDREN; ++k) {
        family->children.push_back(std::make_unique<Child>(Child{k, family.get()}));
    }
    return family;
}

// Adds up what the children and, seen from each of them, their parent say.
std::uint32_t add_up(const Parent &family) {
    std::uint32_t sum = 0;
    for (const auto &child : family.children) {
        sum += child->value ^ child->parent->value;
    }
    return sum;
}

// The hash of the families' sums; those that live at the end are left.
std::uint32_t churn(Families &live, std::uint64_t families) {
    std::uint32_t hash = 0;
    for (std::uint64_t i = 0; i < families; ++i) {
        auto family = make_family(static_cast<std::uint32_t>(i));
        hash = 31 * hash + add_up(*family);
        if (i % KEEP == 0) {
            live[i / KEEP % LIVE] = std::move(family);
        }
    }
    return hash;
}

std::uint32_t digest(std::uint32_t hash, const Families &live) {
    for (const auto &family : live) {
        if (family) {
            hash = 31 * hash + add_up(*family);
        }
    }
    return hash;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: cycles <families>\n";
        return 2;
    }
    Families live;
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t hash = churn(live, *size);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << digest(hash, live) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "cycles: " << error.what() << '\n';
    return 1;
}
